import { Button, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import type { StaffDetailFragment } from '../../generated/graphql';
import { RevealPhone } from './reveal-phone';
import type { StaffAct } from './staff-drawer';
import { StaffHandovers } from './staff-handovers';
import { StaffState } from './staff-state';

/** What is known of one of the staff, and the handovers of the work. */
export function StaffDetail(props: { staff: StaffDetailFragment; onAct(act: StaffAct): void; past: boolean }) {
  const { t } = useTranslation(['staff', 'handover']);
  const { staff, onAct } = props;
  const { organization, member, phone, since, until } = staff;
  const { maintain, unmask } = staff.viewerCan;
  const maintains = maintain && !props.past;
  const underWay = staff.handovers.some(({ state }) => state !== 'DONE');
  const handedOver = staff.handovers.some(({ state }) => state === 'DONE');
  const fact = (key: string, children: ReactNode) =>
    children === null || children === undefined ? [] : [{ key, label: t(`field.${key}`), children }];
  return (
    <>
      {staff.handoverMissing ? (
        <p className="staff-warning">
          <StateGlyph state="risk" size={14} label={t('state.missing')} />
          {t(underWay ? 'missingUnderWay' : 'missing', { date: until })}
        </p>
      ) : null}
      {maintains && (!until || !underWay) ? (
        <div className="staff-acts">
          {underWay ? null : (
            <Button type={handedOver ? 'default' : 'primary'} onClick={() => onAct('plan')}>
              {t('handover:plan.verb')}
            </Button>
          )}
          {until ? null : (
            <>
              <Button onClick={() => onAct('change')}>{t('change.verb')}</Button>
              <Button danger onClick={() => onAct('end')}>
                {t('end.verb')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 112 } }}
        items={[
          ...fact(
            'organization',
            organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
          ),
          ...fact('position', staff.position),
          ...fact('time', t(`time.${staff.time}`)),
          ...fact('state', <StaffState staff={staff} />),
          ...fact(
            'period',
            <span className="nowrap">{until ? t('span', { since, until }) : t('sinceDay', { since })}</span>,
          ),
          ...fact(
            'phone',
            phone && unmask ? <RevealPhone id={staff.id} shown={phone} label={t('field.phone')} /> : phone,
          ),
          ...fact('member', member ? <ScopedLink to={`/members?member=${member.id}`}>{member.name}</ScopedLink> : null),
          ...fact('basis', staff.basis),
        ]}
      />
      <StaffHandovers staff={staff} />
    </>
  );
}
