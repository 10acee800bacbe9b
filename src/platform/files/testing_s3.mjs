// An S3 server for tests: s3rver on a free port of this machine, with the bucket "files".
//
//     node --openssl-legacy-provider testing_s3.mjs FOLDER
//
// Its port stands in FOLDER/port, what it holds in FOLDER/data. s3rver names the next page of a listing with a cipher
// that needs the option. It does two things less than S3, and they are done here: the signature is checked, computed
// from the request as the "Signature Version 4" pages of AWS describe, and a copy of an object onto itself is new.
// One thing it does less than S3 stays: the object of an upload that breaks off is there, in part.
//
// While FOLDER/instead is there, {"times", "status", "headers", "body"}, so many requests are answered with that.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import S3rver from 's3rver';

const [folder] = process.argv.slice(2);
const keys = { S3RVER: 'S3RVER' };

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
const encoded = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(query) {
  return query.split('&').filter(Boolean)
    .map((pair) => pair.split(/=(.*)/s))
    .map(([name, value = '']) => [encoded(decodeURIComponent(name)), encoded(decodeURIComponent(value))])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('=')).join('&');
}

function stringToSign(request, signed, scope) {
  const [where, query = ''] = request.url.split(/\?(.*)/s);
  const headers = signed.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  const canonical = [request.method, where.split('/').map((part) => encoded(decodeURIComponent(part))).join('/'),
    canonicalQuery(query), headers.join(''), signed.join(';'), request.headers['x-amz-content-sha256']].join('\n');
  return { canonical, text: ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope.join('/'), sha256(canonical)].join('\n') };
}

// What is wrong with the signature of a request; nothing when it is right.
function complaint(request) {
  const parts = /^AWS4-HMAC-SHA256 Credential=(.+), ?SignedHeaders=(.+), ?Signature=([0-9a-f]{64})$/
    .exec(request.headers.authorization ?? '');
  if (!parts) return { code: 'AccessDenied' };
  const [id, ...scope] = parts[1].split('/');
  const signed = parts[2].split(';');
  if (!(id in keys)) return { code: 'InvalidAccessKeyId' };
  const must = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  const sorted = [...signed].sort().join() === signed.join();
  if (!sorted || !must.every((name) => signed.includes(name)) || !signed.every((name) => name in request.headers))
    return { code: 'AccessDenied', note: `signed are ${signed}` };
  const { canonical, text } = stringToSign(request, signed, scope);
  const key = scope.reduce(hmac, `AWS4${keys[id]}`);
  const right = timingSafeEqual(hmac(key, text), Buffer.from(parts[3], 'hex'));
  return right ? null : { code: 'SignatureDoesNotMatch', note: canonical };
}

function refuseWrongSignatures(ctx, next) {
  const wrong = complaint(ctx.req);
  if (!wrong) return next();
  if (wrong.note) console.error(wrong.note);
  ctx.status = 403;
  ctx.type = 'application/xml';
  ctx.body = `<Error><Code>${wrong.code}</Code><StringToSign>${wrong.note ?? ''}</StringToSign></Error>`;
}

function answerInstead(ctx, next) {
  const file = path.join(folder, 'instead');
  if (!fs.existsSync(file)) return next();
  const { times, status, headers, body } = JSON.parse(fs.readFileSync(file));
  if (times > 1) fs.writeFileSync(file, JSON.stringify({ times: times - 1, status, headers, body }));
  else fs.unlinkSync(file);
  ctx.status = status;
  ctx.set(headers);
  ctx.body = body;
}

const server = new S3rver({
  address: '127.0.0.1', port: 0, silent: true, vhostBuckets: false, directory: path.join(folder, 'data'),
  configureBuckets: [{ name: 'files' }],
});
server.middleware.unshift(answerInstead, refuseWrongSignatures);
const { store } = server;
const copy = store.copyObject.bind(store);
store.copyObject = (fromBucket, fromKey, bucket, key, metadata) => {
  const now = new Date();
  fs.utimesSync(store.getResourcePath(bucket, key, 'object'), now, now);
  return copy(fromBucket, fromKey, bucket, key, metadata);
};

fs.mkdirSync(path.join(folder, 'data'), { recursive: true });
const { port } = await server.run();
fs.writeFileSync(path.join(folder, 'port.new'), String(port));
fs.renameSync(path.join(folder, 'port.new'), path.join(folder, 'port'));
