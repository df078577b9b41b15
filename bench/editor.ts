export async function benchEditor(_tell: unknown, _folder: string): Promise<void> {}
