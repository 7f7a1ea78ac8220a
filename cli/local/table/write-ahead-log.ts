/**
 * LevelDB's write-ahead log, as far as needed to tell damage from an interrupted write
 * (https://github.com/google/leveldb/blob/main/doc/log_format.md): blocks of 32 KB, in them records of
 * checksum (4 bytes), length (2), type (1: full, 2: first, 3: middle, 4: last) and data.
 */
const blockBytes = 32_768;
const headerBytes = 7;
const lastType = 4;

/**
 * Where the log cannot be read although more follows, in words, or null. LevelDB drops such a part silently, and with it
 * what was acknowledged. A record cut off at the end of the file is what a killed process leaves: nobody was told it is stored.
 */
export function findLogDamage(log: Uint8Array): string | null {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  let offset = 0;
  while (offset + headerBytes <= log.length) {
    const left = blockBytes - (offset % blockBytes);
    if (left < headerBytes) {
      offset += left;
      continue;
    }
    const length = view.getUint16(offset + 4, true);
    const type = view.getUint8(offset + 6);
    const end = offset + headerBytes + length;
    // Zeroes are room that a file system gave in advance.
    if (type === 0 && length === 0 && log.subarray(offset).every((byte) => byte === 0)) return null;
    if (type < 1 || type > lastType || headerBytes + length > left) return `byte ${offset} begins no record`;
    if (end > log.length) return null;
    const checksum = maskedCrc32c(log.subarray(offset + 6, end));
    if (checksum !== view.getUint32(offset, true)) return `the record at byte ${offset} has a wrong checksum`;
    offset = end;
  }
  return null;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** CRC-32C, rotated and offset as LevelDB stores it (util/crc32c.h). */
function maskedCrc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
