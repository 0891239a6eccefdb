import { ordinalInWords, type OfficialDocument } from '@dangwu/documents';
import { SessionBody } from '../session/session.enums';
import {
  bodyInWords,
  draftMark,
  heading,
  issuerOf,
  labelled,
  namesOf,
  paragraph,
  seatsOf,
  whenInWords,
} from './paper-words';
import type { SessionFacts } from './session-facts';

/** 会议通知: when, where, who, what about. */
export function noticeDocument(session: SessionFacts, number: string | null, on: string): OfficialDocument {
  const issuer = issuerOf(session, SessionBody.PARTY);
  const bodies = session.joint ? [SessionBody.PARTY, SessionBody.COUNCIL] : [SessionBody.PARTY];
  return {
    head: `${issuer}会议通知`,
    number,
    issuer,
    date: on,
    title: `关于召开${session.title}的通知`,
    draft: draftMark(number),
    body: [
      paragraph(`各位${session.joint ? '委员、常务理事' : '委员'}：`),
      paragraph(`经研究，定于${whenInWords(session)}召开${session.title}。现将有关事项通知如下。`),
      heading('一、时间和地点'),
      paragraph(`${whenInWords(session)}，${session.place || '地点另行通知'}。`),
      heading('二、参会人员'),
      ...bodies.flatMap((body) => {
        const seats = seatsOf(session, body);
        const chair = seats.find((seat) => seat.chair);
        return [
          ...labelled(bodyInWords(session, body), `${seats.length}人：${namesOf(seats)}`),
          ...labelled('主持', chair?.name ?? ''),
        ];
      }),
      heading('三、议题'),
      ...session.items.map(({ title, minutes, matter }, i) =>
        paragraph(`（${ordinalInWords(i + 1)}）${title}（${matter ? `${matter.proposer}汇报，` : ''}${minutes}分钟）`),
      ),
      heading('四、有关要求'),
      paragraph('请会前审阅会议材料。因故不能到会的，请于会前请假，可以书面提出意见；书面意见不计入票数。'),
      paragraph('与议题有利害关系的，请于会前申请回避。'),
    ],
    signature: { name: issuer, date: on },
  };
}
