// npm run demo:totp: the codes that the authenticators of the demo's administrators show now. Their secrets stand in
// the last column of .data/demo-accounts.txt and can be put into an authenticator app as well.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';

const root = path.resolve(import.meta.dirname, '..');
if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
const file = path.join(path.resolve(root, process.env.DANGWU_DATA_DIR ?? '.data'), 'demo-accounts.txt');
if (!existsSync(file)) {
  console.error(`There are no demo accounts (${file}). npm start makes them.`);
  process.exit(1);
}
const people = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , , secret]) => secret);
for (const [role, username, , secret] of people) {
  const code = new TOTP({ secret: Secret.fromBase32(secret.trim()) }).generate();
  console.log(`${role.padEnd(15)} ${username.padEnd(12)} ${code}`);
}
console.log(`Good for ${30 - (Math.floor(Date.now() / 1000) % 30)} seconds; each code counts once.`);
