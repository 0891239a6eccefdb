/** An eye, crossed out while the password is hidden. */
export function EyeIcon({ open }: { open: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10z" />
      <circle cx="10" cy="10" r="2.6" />
      {open ? null : <path d="m3 17.5 14-15" />}
    </svg>
  );
}

/** A shield with a tick, before the notice on state secrets. */
export function NoticeIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      aria-hidden="true"
    >
      <path d="M8 1.5 13.5 4v4.2c0 3.2-2.4 5.2-5.5 6.3-3.1-1.1-5.5-3.1-5.5-6.3V4z" />
      <path d="m5.6 8 1.7 1.7 3.1-3.3" />
    </svg>
  );
}
