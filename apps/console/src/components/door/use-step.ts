import { useState, type FormEvent } from 'react';

/** Sends one form at a time and keeps what was refused. */
export function useStep(work: (form: FormData) => Promise<void>, refused?: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    work(new FormData(event.currentTarget)).then(
      () => setBusy(false),
      (thrown: unknown) => {
        setError(thrown);
        setBusy(false);
        refused?.();
      },
    );
  };
  return { busy, error, submit };
}
