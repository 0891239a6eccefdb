export { letterHtml, letterText, type Letter, type LetterItem, type LetterPart } from './letter';
export { defineLetterKinds, letterKinds, type LetterKindRow, type LetterKindWords } from './letter-kinds';
export { Mail, type NewMail } from './mail';
export { MailMessageEntity, type MailAttachment, type MailState } from './mail-message.entity';
export { MailModule } from './mail.module';
