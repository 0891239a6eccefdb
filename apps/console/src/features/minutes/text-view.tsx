import { Fragment, type ReactNode } from 'react';
import { textNode, type TextNode } from './content';

/** A text of minutes to be read. */
export function TextView({ text }: { text: string }) {
  return <div className="minutes-text">{nodes(textNode(text))}</div>;
}

const nodes = (node: TextNode): ReactNode => node.content?.map((each, i) => <Fragment key={i}>{show(each)}</Fragment>);

function show(node: TextNode): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{nodes(node)}</p>;
    case 'bulletList':
      return <ul>{nodes(node)}</ul>;
    case 'orderedList':
      return <ol start={node.attrs?.start}>{nodes(node)}</ol>;
    case 'listItem':
      return <li>{nodes(node)}</li>;
    case 'hardBreak':
      return <br />;
    default:
      return (node.marks ?? []).reduce<ReactNode>((inside, { type }) => {
        if (type === 'bold') return <strong>{inside}</strong>;
        return type === 'italic' ? <em>{inside}</em> : <u>{inside}</u>;
      }, node.text);
  }
}
