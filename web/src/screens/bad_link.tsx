import { ScreenHeading } from '../components/heading.tsx';
import { say } from '../words/say.ts';

/** A desk or wall was opened without a whole link. */
export function BadLink() {
  return (
    <>
      <ScreenHeading of="bad-link">{say('error.summary')}</ScreenHeading>
      <p class="lead" role="alert">
        {say('error.link')}
      </p>
      <p>
        <a class="way-back" href="/recover">
          {say('error.link.recover')}
        </a>
      </p>
    </>
  );
}
