/** Since when, in words: "now" for today, "since …" for a day in the past, "from …" for one ahead. */
export function when(from: string, today: string): { whenZh: string; whenEn: string } {
  if (from === today) return { whenZh: '现在', whenEn: 'now' };
  return from < today
    ? { whenZh: `自 ${from} 以来`, whenEn: `since ${from}` }
    : { whenZh: `到 ${from} `, whenEn: `by ${from}` };
}
