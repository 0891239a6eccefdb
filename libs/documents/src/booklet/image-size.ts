/** Width and height of a PNG or JPEG, read from its head alone, so that nothing is unpacked; null: it has no such head. */
export function pictureSides(content: Buffer): readonly [width: number, height: number] | null {
  if (content.subarray(1, 4).toString('latin1') === 'PNG')
    return content.length < 24 ? null : [content.readUInt32BE(16), content.readUInt32BE(20)];
  return jpegSides(content);
}

/** Goes from marker to marker until the one that begins a frame. */
function jpegSides(content: Buffer): readonly [number, number] | null {
  for (let at = 2; at + 9 < content.length && content[at] === 0xff;) {
    const marker = content[at + 1]!;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return [content.readUInt16BE(at + 7), content.readUInt16BE(at + 5)];
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
