import type { MinutesContentInput, MinutesDetailFragment, MinutesTextFragment } from '../../generated/graphql';

/** What minutes say, as it is read. */
export type Content = MinutesTextFragment;
/** Minutes whose text may be read. */
export type ReadableMinutes = MinutesDetailFragment & { content: Content; contentHash: string };
export type Item = Content['items'][number];
export type Resolution = Item['resolutions'][number];
export type Vote = NonNullable<Resolution['vote']>;

/** A text with nothing in it. */
export const EMPTY = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });

/** Part of a text as the editor keeps it. */
export interface TextNode {
  type: string;
  text?: string;
  attrs?: { start?: number };
  marks?: { type: string }[];
  content?: TextNode[];
}

/** The text, or an empty one where it cannot be read. */
export function textNode(text: string): TextNode {
  try {
    return JSON.parse(text) as TextNode;
  } catch (error) {
    if (error instanceof SyntaxError) return JSON.parse(EMPTY) as TextNode;
    throw error;
  }
}

/** The paragraphs of a text, without what is stressed. */
export function plain(node: TextNode): string[] {
  if (node.type === 'paragraph') return [(node.content ?? []).map((each) => each.text ?? '').join('')];
  return (node.content ?? []).flatMap(plain);
}

/** What is sent when it is saved: what the API works out itself is left out. */
export const inputOf = (content: Content): MinutesContentInput => ({
  chair: content.chair,
  chairId: content.chairId,
  recorder: content.recorder,
  recorderId: content.recorderId,
  startsAt: content.startsAt,
  endsAt: content.endsAt,
  place: content.place,
  attendance: {
    entitled: content.attendance.entitled,
    present: content.attendance.present,
    remote: content.attendance.remote,
    leave: content.attendance.leave,
    onLeave: content.attendance.onLeave,
    absent: content.attendance.absent,
    guests: content.attendance.guests,
  },
  items: content.items.map(({ title, owner, minutes, text, resolutions }) => ({
    title,
    owner,
    minutes,
    text,
    resolutions: resolutions.map(({ text: words, owner: by, ownerId, dueOn, vote }) => ({
      text: words,
      owner: by,
      ownerId,
      dueOn,
      vote: vote && { inFavour: vote.inFavour, against: vote.against, abstained: vote.abstained, base: vote.base },
    })),
  })),
});

/** What was written, with the votes as the API counted them. */
export const withVotes = (content: Content, counted: Content): Content => ({
  ...content,
  items: content.items.map((item, i) => ({
    ...item,
    resolutions: item.resolutions.map((resolution, j) => ({
      ...resolution,
      vote: counted.items[i]?.resolutions[j]?.vote ?? null,
    })),
  })),
});

/** How many were neither there nor on leave. */
export const missing = ({ entitled, present, leave }: Content['attendance']): number =>
  Math.max(0, (entitled ?? 0) - (present ?? 0) - leave);

/**
 * Two versions of the same minutes as one: what is in one alone is kept, of texts that differ both are kept, mine first.
 * @param sign what stands above the other text
 */
export function merge(mine: Content, theirs: Content, sign: string): Content {
  const length = Math.max(mine.items.length, theirs.items.length);
  const items = Array.from({ length }, (_, i) => {
    const [one, other] = [mine.items[i], theirs.items[i]];
    if (!one || !other) return (one ?? other)!;
    const new_ = other.resolutions.filter(({ text }) => !one.resolutions.some((each) => each.text === text));
    return { ...one, text: both(one.text, other.text, sign), resolutions: [...one.resolutions, ...new_] };
  });
  return { ...mine, items };
}

function both(mine: string, theirs: string, sign: string): string {
  const [one, other] = [textNode(mine), textNode(theirs)];
  if (plain(one).join('\n') === plain(other).join('\n') || !plain(other).join('')) return mine;
  if (!plain(one).join('')) return theirs;
  const mark: TextNode = { type: 'paragraph', content: [{ type: 'text', text: sign, marks: [{ type: 'bold' }] }] };
  return JSON.stringify({ ...one, content: [...(one.content ?? []), mark, ...(other.content ?? [])] });
}
