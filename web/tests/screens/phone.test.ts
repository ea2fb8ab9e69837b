import { SCREENS } from '../../src/fixtures/screens.tsx';
// The parts that a phone fetches late are compiled before the first screen waits for one.
import '../../src/screens/phone/aside.tsx';
import '../../src/screens/phone/practice.tsx';
import '../../src/screens/phone/seats.tsx';
import { testScreens } from './every_state.tsx';

// The bundles are those that src/entries/phone.tsx and home.ts load.
testScreens(Object.keys(SCREENS).filter((name) => SCREENS[name]?.page === 'phone'), ['home', 'phone', 'names']);
