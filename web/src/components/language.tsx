import { languages, type Language } from '../generated/languages.ts';
import { chooseLanguage, currentLanguage, say } from '../words/say.ts';

/** The other languages there are, each named in itself. */
export function LanguageSwitch() {
  const here = currentLanguage();
  const others = (Object.keys(languages) as Language[]).filter((tag) => tag !== here);
  return (
    <nav class="bar-end" aria-label={say('ui.language')}>
      {others.map((tag, place) => (
        // The button that was pressed stays, with the focus, and names another language.
        <button key={place} type="button" class="link-button" lang={tag} onClick={() => void chooseLanguage(tag)}>
          {languages[tag].name}
        </button>
      ))}
    </nav>
  );
}
