export async function benchPeers(_tell: unknown, _folder: string): Promise<void> {}
