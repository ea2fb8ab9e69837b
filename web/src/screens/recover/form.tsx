import { useEffect, useMemo, useState } from 'preact/hooks';

import type { ApiError } from '../../api/asked.ts';
import { ErrorSummary, type Problem } from '../../components/error_summary.tsx';
import { TextField } from '../../components/field.tsx';
import { ScreenHeading } from '../../components/heading.tsx';
import { Notice } from '../../components/notice.tsx';
import { codeIn } from '../../state/links/address.ts';
import { recoveryIn } from '../../state/links/recovery.ts';
import { refusalSentence } from '../../words/refusal.ts';
import { currentLanguage, known, say } from '../../words/say.ts';

const CODE = 'code';
const SECRET = 'recovery';

interface FormProps {
  readonly asking: boolean;
  /** Why the server gave no link. */
  readonly refused: ApiError | undefined;
  readonly onRecover: (code: string, recovery: string) => void;
}

function problemsIn(code: string | undefined, recovery: string | undefined): readonly Problem[] {
  return [
    ...(code === undefined ? [{ field: CODE, text: say('recover.code.error') }] : []),
    ...(recovery === undefined ? [{ field: SECRET, text: say('recover.secret.error') }] : []),
  ];
}

/** The way back for a facilitator who has lost the link. */
export function RecoverForm({ asking, refused, onRecover }: FormProps) {
  const [typedCode, setCode] = useState('');
  const [typedSecret, setSecret] = useState('');
  const [tried, setTried] = useState<{ readonly code: string | undefined; readonly recovery: string | undefined }>();
  useEffect(() => {
    if (refused) setTried(undefined);
  }, [refused]);
  const problems = useMemo(() => {
    if (tried) return problemsIn(tried.code, tried.recovery);
    return refused ? [{ field: SECRET, text: refusalSentence(refused, { say, known }) }] : [];
  }, [tried, refused, currentLanguage()]);
  const errors = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
  const submit = (event: Event) => {
    event.preventDefault();
    if (asking) return;
    const code = codeIn(typedCode);
    const recovery = recoveryIn(typedSecret);
    setTried({ code, recovery });
    if (code !== undefined && recovery !== undefined) onRecover(code, recovery);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary title={say('error.summary')} problems={problems} />
      <ScreenHeading of="recover">{say('recover.title')}</ScreenHeading>
      <p class="lead">{say('recover.lead')}</p>
      <div class="card">
        <TextField
          id={CODE}
          class="input-code"
          label={say('recover.code.label')}
          hint={say('recover.code.hint')}
          error={errors[CODE]}
          value={typedCode}
          onValue={setCode}
        />
        <TextField
          id={SECRET}
          class="input-recovery"
          label={say('recover.secret.label')}
          hint={say('recover.secret.hint')}
          error={errors[SECRET]}
          value={typedSecret}
          onValue={setSecret}
        />
        <Notice tone="wait">{say('recover.warning')}</Notice>
        <button class="button button-wide" type="submit" aria-disabled={asking}>
          {say('recover.submit')}
        </button>
        <div role="status" class="status">
          {asking ? <Notice tone="plain">{say('recover.working')}</Notice> : null}
        </div>
      </div>
    </form>
  );
}
