import { Progress } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import { UploadRefused } from '../features/import/upload';
import { uploadWithProgress } from '../features/minutes/upload-with-progress';
import { errorText } from '../lib/errors';

/** What the API takes; it looks into the bytes, too. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.csv,.zip';

/** How large a file is, as one reads it. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export interface Sending {
  name: string;
  percent: number;
}

interface FileSending {
  /** of the hidden field that chooses files */
  input: RefObject<HTMLInputElement | null>;
  sending: Sending | null;
  /** why the last one was refused, in words */
  wrong: string | null;
  send(files: Iterable<File> | null): Promise<void>;
}

/**
 * Sends files one after another, since each may change what the next one is added to; a refusal stops them and is told.
 * @param put what is done with a file that arrived
 * @param done when all were sent, or one was refused
 */
export function useFileSending(
  put: (fileId: string, file: File) => Promise<unknown> | void,
  done?: () => unknown,
): FileSending {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (files: Iterable<File> | null) => {
    const chosen = [...(files ?? [])];
    if (chosen.length === 0) return;
    setWrong(null);
    for (const file of chosen) {
      setSending({ name: file.name, percent: 0 });
      try {
        const { id } = await uploadWithProgress(file, (percent) => setSending({ name: file.name, percent }));
        await put(id, file);
      } catch (refused) {
        setWrong(refused instanceof UploadRefused ? refused.message : errorText(refused));
        break;
      }
    }
    setSending(null);
    if (input.current) input.current.value = '';
    await done?.();
  };
  return { input, sending, wrong, send };
}

/** How much of a file has gone. */
export function SendingBar({ sending, words }: { sending: Sending | null; words(name: string): string }) {
  if (!sending) return null;
  return (
    <div role="status">
      {words(sending.name)}
      <Progress percent={sending.percent} size="small" aria-label={sending.name} />
    </div>
  );
}
