import { BoldOutlined, OrderedListOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { textNode } from './content';

/** What the API keeps, and nothing else. */
const kit = StarterKit.configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  link: false,
  strike: false,
  dropcursor: false,
  gapcursor: false,
  trailingNode: false,
});

/** The text of one point of the agenda. What is pasted keeps only what minutes can have. */
export function TextEditor(props: { label: string; text: string; onChange(text: string): void }) {
  const { t } = useTranslation('minutes');
  const editor = useEditor({
    extensions: [kit],
    content: textNode(props.text),
    // the styles stand in minutes.css, where the security policy lets them be
    injectCSS: false,
    editorProps: {
      attributes: { 'aria-label': props.label, role: 'textbox', 'aria-multiline': 'true', class: 'minutes-text' },
    },
    onUpdate: ({ editor: written }) => props.onChange(JSON.stringify(written.getJSON())),
  });
  const active = useEditorState({
    editor,
    selector: ({ editor: shown }) => ({
      bold: shown.isActive('bold'),
      bulletList: shown.isActive('bulletList'),
      orderedList: shown.isActive('orderedList'),
    }),
  });
  const button = (name: keyof typeof active, icon: React.ReactNode, act: () => void) => (
    <Button
      size="small"
      type="text"
      icon={icon}
      aria-label={t(`text.${name}`)}
      aria-pressed={active[name]}
      onClick={act}
    />
  );
  return (
    <div className="minutes-editor">
      <EditorContent editor={editor} />
      <div className="minutes-tools" role="toolbar" aria-label={t('text.tools')}>
        {button('bold', <BoldOutlined />, () => editor.chain().focus().toggleBold().run())}
        {button('bulletList', <UnorderedListOutlined />, () => editor.chain().focus().toggleBulletList().run())}
        {button('orderedList', <OrderedListOutlined />, () => editor.chain().focus().toggleOrderedList().run())}
      </div>
    </div>
  );
}
