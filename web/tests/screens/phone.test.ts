import { SCREENS } from '../../src/fixtures/screens.tsx';
import { testScreens } from './every_state.tsx';

// The bundles are those that src/entries/phone.tsx and home.ts load.
testScreens(Object.keys(SCREENS).filter((name) => SCREENS[name]?.page === 'phone'), ['home', 'phone', 'names']);
