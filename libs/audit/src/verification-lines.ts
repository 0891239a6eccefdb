import type { ArchiveVerification, Verification } from '@dangwu/platform/audit-chain';

/** A verification on a terminal: Chinese first, the first broken place first. */
export function verificationLines(result: Verification, now: Date): string[] {
  const { ok, blocks, events, archivedEvents, unsealed, head, findings, resumptions, milliseconds } = result;
  const count = events + archivedEvents;
  return [
    ...(ok
      ? [
          `审计链完好：${blocks} 块，${count} 个事件（其中归档 ${archivedEvents} 个），用时 ${milliseconds} 毫秒。`,
          `The audit chain is intact: ${blocks} blocks, ${count} events (${archivedEvents} of them archived), ${milliseconds} ms.`,
        ]
      : [
          `审计链断了，${findings.length} 处；第一处：`,
          `The audit chain is broken in ${findings.length} places; the first:`,
          ...findings.flatMap(({ kind, text }) => [
            `  ${kind}  ${text.zh}`,
            `  ${' '.repeat(kind.length)}  ${text.en}`,
          ]),
        ]),
    ...(head ? [`链头 / head  ${head.number}  ${head.hash}  ${head.sealedAt}`] : []),
    ...resumptions.flatMap(({ after, lost, reason, at }) => [
      `第 ${after + 1}—${lost} 块曾经缺失，已于 ${at} 确认：${reason}`,
      `Blocks ${after + 1} to ${lost} were lost; accepted on ${at}: ${reason}`,
    ]),
    ...unsealedLines(unsealed, now),
  ];
}

function unsealedLines({ events, since }: Verification['unsealed'], now: Date): string[] {
  if (events === 0 || since === null) return ['没有未封存的事件。  Nothing is unsealed.'];
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(since)) / 60_000));
  return [
    `未封存 ${events} 个事件，最早的已 ${minutes} 分钟：对它们还不能证明什么。`,
    `${events} events are not sealed yet, the first for ${minutes} minutes: nothing can be proved of them.`,
  ];
}

export function archiveLines(
  file: string,
  { ok, blocks, events, first, last, findings }: ArchiveVerification,
): string[] {
  if (ok) return [`${file}  完好 / intact  ${first}—${last}，${blocks} 块 / blocks，${events} 个事件 / events`];
  return findings.flatMap(({ kind, text }) => [`${file}  ${kind}  ${text.zh}`, `${file}  ${kind}  ${text.en}`]);
}
