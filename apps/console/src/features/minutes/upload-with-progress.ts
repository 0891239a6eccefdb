import { isUploaded, reasonIn, UploadRefused, type Uploaded } from '../import/upload';

/**
 * Sends a file and tells how much of it has gone; only XMLHttpRequest does.
 * @throws UploadRefused with a sentence for people; TypeError when the network is down
 */
export function uploadWithProgress(file: File, progress: (percent: number) => void): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    // shows that this page and no foreign form sends it
    request.setRequestHeader('x-dangwu-csrf', '1');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded * 100) / total));
    request.onerror = () => reject(new TypeError('The network is down'));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300 && isUploaded(answer)) resolve(answer);
      else reject(new UploadRefused(reasonIn(answer) ?? String(request.status)));
    };
    request.send(body);
  });
}
