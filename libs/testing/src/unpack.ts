import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Unpacks a zip that we made into a folder, as any program does. @returns the paths of its entries */
export async function unpack(zip: Buffer, folder: string): Promise<string[]> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const from = zip.readUInt32LE(at + 42);
    const begins = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    const packed = zip.subarray(begins, begins + zip.readUInt32LE(at + 20));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const target = path.join(folder, name);
    if (!target.startsWith(path.join(folder, path.sep))) throw new Error(`${name} leads out of the folder`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    names.push(name);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
