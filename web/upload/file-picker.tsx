import './upload.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useWords, wording } from '../wording/language.tsx';
import { FileRow } from './file-row.tsx';
import { ACCEPT } from './type-of-file.ts';
import type { Uploads } from './use-uploads.ts';

const words = wording({
  vi: {
    choose: 'Chọn tệp',
    camera: 'Chụp ảnh',
    count: (done: number, all: number) => `Đã tải lên ${done} trong ${all} tệp`,
  },
  en: {
    choose: 'Choose files',
    camera: 'Take a photo',
    count: (done: number, all: number) => `${done} of ${all} files uploaded`,
  },
});

/** A field for files: chosen or photographed, uploaded at once, each with its progress and its fault. */
export function FilePicker(props: {
  readonly field: string;
  readonly label: ComponentChildren;
  readonly uploads: Uploads;
  readonly fault?: string | undefined;
}) {
  const w = useWords(words);
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const { field, uploads, fault } = props;
  const files = uploads.files.filter(each => each.field === field);
  const done = files.filter(({ state }) => state.kind === 'done').length;
  const take = (input: HTMLInputElement) => {
    uploads.add(field, [...(input.files ?? [])]);
    // So that the same file can be chosen again after it was corrected.
    input.value = '';
  };
  return (
    <fieldset
      class="ds-fieldset file-field"
      {...(fault !== undefined && { 'aria-describedby': `${id}-fault` })}
    >
      <legend class="ds-label">{props.label}</legend>
      <div class="row">
        <input
          ref={chooser}
          type="file"
          accept={ACCEPT}
          multiple
          hidden
          onChange={event => take(event.currentTarget)}
        />
        <input
          ref={camera}
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          hidden
          onChange={event => take(event.currentTarget)}
        />
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => chooser.current?.click()}
        >
          {w.choose}
        </button>
        <button
          type="button"
          class="ds-button camera"
          data-variant="secondary"
          onClick={() => camera.current?.click()}
        >
          {w.camera}
        </button>
      </div>
      {fault !== undefined && (
        <p class="ds-validation-message" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {files.length > 0 && (
        <ul class="files">
          {files.map(sent => (
            <FileRow
              key={sent.key}
              sent={sent}
              onRemove={() => uploads.remove(sent.key)}
              onAgain={() => uploads.again(sent.key)}
            />
          ))}
        </ul>
      )}
      <p class="hidden" role="status">
        {files.length > 0 && w.count(done, files.length)}
      </p>
    </fieldset>
  );
}
