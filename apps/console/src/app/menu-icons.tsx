import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  CalendarOutlined,
  FileProtectOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  KeyOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Entry } from './routes';

/** A sign for each entry of the menu. */
export const menuIcons: Record<Entry['key'], ReactNode> = {
  today: <HomeOutlined aria-hidden />,
  organizations: <ApartmentOutlined aria-hidden />,
  units: <BankOutlined aria-hidden />,
  members: <IdcardOutlined aria-hidden />,
  teams: <TeamOutlined aria-hidden />,
  staff: <SolutionOutlined aria-hidden />,
  handovers: <SwapOutlined aria-hidden />,
  calendar: <CalendarOutlined aria-hidden />,
  activities: <ScheduleOutlined aria-hidden />,
  obligations: <AimOutlined aria-hidden />,
  catalogue: <ProfileOutlined aria-hidden />,
  imports: <ImportOutlined aria-hidden />,
  holidays: <CalendarOutlined aria-hidden />,
  rules: <FileProtectOutlined aria-hidden />,
  audit: <AuditOutlined aria-hidden />,
  accounts: <TeamOutlined aria-hidden />,
  access: <KeyOutlined aria-hidden />,
  inbox: <InboxOutlined aria-hidden />,
  notifications: <BellOutlined aria-hidden />,
};
