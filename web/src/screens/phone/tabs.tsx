import type { Phone } from '../../state/phone/phone.ts';
import { useWords } from '../../words/context.tsx';

const NAMES = { questions: 'phone.tab.questions', results: 'phone.tab.results', advice: 'phone.recommendation' } as const;

/** The parts of the workshop that can be looked at, once there is more than one. */
export function Tabs({ phone }: { readonly phone: Phone }) {
  const { say } = useWords();
  const tabs = phone.tabs.value;
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={say('phone.parts')}>
      <ul class="tabs">
        {tabs.map((tab) => (
          <li key={tab}>
            <button
              type="button"
              class="tab"
              onClick={() => phone.showTab(tab)}
              {...(phone.tab.value === tab ? { 'aria-current': 'page' as const } : {})}
            >
              {say(NAMES[tab])}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
