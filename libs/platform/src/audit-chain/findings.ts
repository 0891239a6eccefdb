import { fillText, type LocalText } from '../text';

/** What can be found wrong with the chain. */
export type FindingKind = keyof typeof words;

export interface Finding {
  readonly kind: FindingKind;
  /** the block it lies in, or the first one that is gone */
  readonly block: number;
  /** the event, where one can be named */
  readonly event: string | null;
  readonly text: LocalText;
}

const words = {
  EVENT_CHANGED: {
    zh: '第 {block} 块的事件 {event} 被改动过：内容与封存时不同。',
    en: 'Event {event} of block {block} was changed: it is not what was sealed.',
  },
  EVENT_MISSING: {
    zh: '第 {block} 块的事件 {event} 不见了：封存时有，现在没有。',
    en: 'Event {event} of block {block} is gone: it was there when the block was sealed.',
  },
  EVENT_INSERTED: {
    zh: '第 {block} 块多出事件 {event}：封存时没有它。',
    en: 'Event {event} stands in block {block} and was not there when the block was sealed.',
  },
  EVENT_MOVED: {
    zh: '第 {block} 块的事件 {event} 换了位置：次序与封存时不同。',
    en: 'Event {event} of block {block} stands in another place than when it was sealed.',
  },
  BLOCK_MISSING: {
    zh: '第 {block} 块不见了：后面的块还在。',
    en: 'Block {block} is gone while later ones are there.',
  },
  BLOCK_CHANGED: {
    zh: '第 {block} 块本身被改动过：与它的哈希不符。',
    en: 'Block {block} itself was changed: it does not fit its hash.',
  },
  CHAIN_BROKEN: {
    zh: '第 {block} 块接不上前一块：它记的前一块哈希不对。',
    en: 'Block {block} does not follow the one before: it names another hash.',
  },
  SIGNATURE_WRONG: {
    zh: '第 {block} 块的签名不对：不是用封存密钥签的。',
    en: 'The signature of block {block} is wrong: the sealing key did not make it.',
  },
  KEY_UNKNOWN: {
    zh: '第 {block} 块是用不认识的密钥签的。数据目录里没有这个公钥；如果它是真的，请用 --key 给出。',
    en: 'Block {block} was signed by a key we do not know. If it is genuine, give its public key by --key.',
  },
  HEAD_DIFFERS: {
    zh: '第 {block} 块与数据库外留存的链头不同：整条链被重算过。',
    en: 'Block {block} differs from the head kept outside of the database: the chain was made anew.',
  },
  TRUNCATED: {
    zh: '从第 {block} 块起被截掉：数据库外留存的链头证明它曾经存在。',
    en: 'The chain was cut off from block {block} on: the heads kept outside prove that it was there.',
  },
  ARCHIVE_MISSING: {
    zh: '第 {block} 块的归档文件不见了。',
    en: 'The archive that holds block {block} is gone.',
  },
  ARCHIVE_CHANGED: {
    zh: '第 {block} 块的归档文件被改动过：读不出或缺了内容。',
    en: 'The archive that holds block {block} was changed: it cannot be read, or lacks something.',
  },
  HEADS_UNREADABLE: {
    zh: '链头文件（audit-heads.jsonl）第 {event} 行不是我们签过的链头。',
    en: 'Line {event} of audit-heads.jsonl is no head that we signed.',
  },
} as const satisfies Record<string, LocalText>;

export const findingKinds = Object.keys(words) as FindingKind[];

export const finding = (kind: FindingKind, block: number, event: string | null = null): Finding => ({
  kind,
  block,
  event,
  text: fillText(words[kind], { block, event }),
});
