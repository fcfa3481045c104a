/** Where an upload is kept: by the day on which it was declared, so that a day can be gone through. */
export const uploadsOfDay = (day: string) => `uploads/${day}/`;

export const uploadKey = (day: string, id: string) => `${uploadsOfDay(day)}${id}`;

const FILE_KEY = /^uploads\/\d{4}-\d{2}-\d{2}\/(f_[0-9a-z]{26})$/;

/** The id of the file that an object holds; undefined where the key is not one of ours. */
export function fileOfKey(key: string): string | undefined {
  return FILE_KEY.exec(key)?.[1];
}
