/** A picture without compression, so that it weighs what it should. @returns a BMP of about so many bytes */
export function aPicture(bytes: number): Buffer {
  const headerBytes = 54;
  const width = 4 * Math.ceil(Math.sqrt(bytes / 3) / 4);
  const height = Math.ceil(bytes / 3 / width);
  const picture = Buffer.alloc(headerBytes + width * height * 3, 0x7f);
  picture.fill(0, 0, headerBytes);
  picture.write('BM');
  picture.writeUInt32LE(picture.length, 2);
  picture.writeUInt32LE(headerBytes, 10);
  picture.writeUInt32LE(40, 14);
  picture.writeInt32LE(width, 18);
  picture.writeInt32LE(height, 22);
  picture.writeUInt16LE(1, 26);
  picture.writeUInt16LE(24, 28);
  return picture;
}
