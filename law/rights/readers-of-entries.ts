/**
 * Who is shown a member of a ledger entry, beyond those who may read the dossier at all, and by which law. Which member
 * is for whom is said in `functions/domain/ledger/audience.ts`.
 */
export const readersOfEntries = {
  everybody: {
    who: 'everyone who may read the dossier',
    ground: 'NĐ 61/2018/NĐ-CP Đ11 (the applicant is told how the dossier goes); QĐ 31/2021/QĐ-TTg',
  },
  accounts: {
    who: 'officers; the applicant and the portal once the dossier is decided or ended. Unit and role are told at once',
    ground:
      'Luật Khiếu nại 02/2011/QH13 Đ12 (who complains of a decision may know who made it). No provision was found that says from when on: that it is the decision is our reading, unconfirmed',
  },
  officers: {
    who: 'officers of every unit that works on the dossier, a consulted agency included',
    ground: 'Luật Tiếp cận thông tin 104/2016/QH13 Đ6 k2 (drafts for internal work)',
  },
  handlers: {
    who: 'officers of the units that handle the dossier, overseers and auditors; an officer sees what their own unit wrote. Never the applicant or a portal: what a proposal becomes, the decision tells',
    ground: 'Luật Tiếp cận thông tin 104/2016/QH13 Đ6 k2 (drafts for internal work)',
  },
  writersOwn: {
    who: 'everyone if the applicant or a portal wrote it, officers if an officer did',
    ground: 'as for officers',
  },
} as const;
