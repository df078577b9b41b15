export function viewerStyle(): Promise<string>;
export function pictureStyle(): Promise<string>;
