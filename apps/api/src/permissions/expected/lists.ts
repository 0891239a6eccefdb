type Data = Readonly<Record<string, unknown>>;

/** The names of the organizations at which the rows of a connection stand. */
export const placed =
  (field: string) =>
  (data: Data): readonly string[] =>
    (data[field] as { nodes: { organization: { name: string } | null }[] }).nodes.flatMap(({ organization }) =>
      organization ? [organization.name] : [],
    );

/** Whether a count found anything. */
export const counting =
  (field: string) =>
  (data: Data): boolean =>
    (data[field] as { totalCount: number }).totalCount > 0;
