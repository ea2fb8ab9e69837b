// What few phones ever show, fetched together with its sentences.
export { Door } from './door.tsx';
export { SamePerson } from './same_person.tsx';
