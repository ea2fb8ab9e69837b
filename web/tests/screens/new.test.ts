import { testScreens } from './every_state.tsx';

// The bundles are those that src/entries/new.tsx loads.
testScreens(['new', 'new-refused', 'links'], ['new', 'factors']);
