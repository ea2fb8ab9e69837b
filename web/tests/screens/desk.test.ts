import { SCREENS } from '../../src/fixtures/screens.tsx';
import { testScreens } from './every_state.tsx';

// The bundles are those that src/entries/desk.tsx loads.
testScreens(Object.keys(SCREENS).filter((name) => name.startsWith('desk')), ['desk', 'results', 'names', 'factors']);
