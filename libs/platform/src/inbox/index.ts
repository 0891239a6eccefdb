export { Inbox, inboxFolder, type ReceivedAttachment, type ReceivedMail } from './inbox';
export { startInbox, type InboxServer } from './inbox-server';
export { InboxModule } from './inbox.module';
