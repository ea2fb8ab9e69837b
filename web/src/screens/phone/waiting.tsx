import { ScreenHeading } from '../../components/heading.tsx';
import { useWords } from '../../words/context.tsx';

/** Nothing is open and nothing new is shown. */
export function Waiting() {
  const { say } = useWords();
  return (
    <>
      <ScreenHeading of="waiting">{say('phone.waiting.title')}</ScreenHeading>
      <p class="lead">{say('phone.state.waiting_next')}</p>
    </>
  );
}
