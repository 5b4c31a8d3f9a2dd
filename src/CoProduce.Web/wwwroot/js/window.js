// How wide the window is, for an island that shows less where there is less room.
export const width = () => window.innerWidth;
