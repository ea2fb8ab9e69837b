import { RECOVER_SCREENS } from '../../src/fixtures/new_screens.tsx';
import { testScreens } from './every_state.tsx';

// The bundle is the one that src/entries/recover.tsx loads.
testScreens(Object.keys(RECOVER_SCREENS), ['recover']);
