import { NEW_SCREENS } from '../../src/fixtures/new_screens.tsx';
import { testScreens } from './every_state.tsx';

// The bundles are those that src/entries/new.tsx loads.
testScreens(Object.keys(NEW_SCREENS), ['new', 'factors']);
