import { useTagName } from './tag-names';

/** The tags of an indicator, where there are any. */
export function NodeTags({ tags }: { tags: readonly string[] }) {
  const tagName = useTagName();
  return tags.map((tag) => (
    <span key={tag} className="sheet-kind">
      {tagName(tag)}
    </span>
  ));
}
