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

/** A card with a person on it, before single sign-on. */
export function IdentityIcon() {
  return (
    <svg
      viewBox="0 0 18 16"
      width="18"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <rect x="1" y="1.5" width="16" height="13" rx="1.5" />
      <circle cx="6" cy="6.6" r="1.7" />
      <path d="M3.4 11.6c.3-1.6 1.3-2.4 2.6-2.4s2.3.8 2.6 2.4M11 6.5h3.5M11 9.5h3.5" />
    </svg>
  );
}
