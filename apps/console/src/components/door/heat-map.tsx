/** The product's own heat map: pale where all is done, dashed where nothing is planned, one square late. */
const STEP = 36;
const STARTS = [7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0];
const COLUMNS = 11;
const DASHED = new Set(['3.6', '4.8', '5.10', '7.1', '8.3', '9.5', '10.7']);
const LATE = '6.7';

/** Decoration; nothing in it is read out. */
export function HeatMap() {
  const cells = STARTS.flatMap((start, row) =>
    Array.from({ length: COLUMNS - start }, (_, index) => ({ row, column: start + index })),
  );
  return (
    <svg className="sign-in-map" viewBox={`0 0 ${COLUMNS * STEP - 12} ${STARTS.length * STEP - 10}`} aria-hidden="true">
      {cells.map(({ row, column }) => {
        const key = `${row}.${column}`;
        const kind = key === LATE ? 'late' : DASHED.has(key) ? 'dashed' : 'done';
        return (
          <rect
            key={key}
            className={`map-${kind}`}
            x={column * STEP + 0.5}
            y={row * STEP + 0.5}
            width={30}
            height={30}
            rx={3}
            opacity={kind === 'late' ? 0.9 : Math.min(1, 0.12 + (row + column) / 20)}
          />
        );
      })}
    </svg>
  );
}
