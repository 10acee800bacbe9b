// An S3-compatible server on this machine, for tests: node --openssl-legacy-provider testing_s3.mjs FOLDER. It keeps one
// bucket, "evidence", below FOLDER/kept, says its process and its port in FOLDER/pid and FOLDER/port, and ends with its
// standard input. s3rver does not check signatures of version 4, so they are checked here, as AWS describes them
// (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html). It needs the old cipher for its lists.
import { createHash, createHmac } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import S3rver from 's3rver';

const folder = process.argv[2];
const secret = 'S3RVER';
const tell = (name, value) => {
  writeFileSync(`${folder}/${name}.new`, String(value));
  renameSync(`${folder}/${name}.new`, `${folder}/${name}`);
};
const mac = (key, text) => createHmac('sha256', key).update(text).digest();

function signatureOf(request) {
  const [path, query = ''] = request.url.split('?');
  const said = /Credential=[^/]+\/(\d+)\/([^/]+)\/s3\/aws4_request, *SignedHeaders=([^,]+), *Signature=(\w+)/.exec(request.headers.authorization);
  if (!said) return {};
  const [, day, region, signed, signature] = said;
  const headers = signed.split(';').map((name) => `${name}:${request.headers[name]?.trim()}\n`).join('');
  const asked = [request.method, path, query.split('&').sort().join('&'), headers, signed, request.headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, createHash('sha256').update(asked).digest('hex')].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(mac, mac(`AWS4${secret}`, day));
  return { signature, expected: mac(key, text).toString('hex') };
}

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
const server = new S3rver({
  address: '127.0.0.1', port: 0, silent: true, directory: `${folder}/kept`, configureBuckets: [{ name: 'evidence' }],
});
server.middleware.unshift(async (context, next) => {
  const { signature, expected } = signatureOf(context.req);
  if (signature && signature === expected) return next();
  context.status = 403;
  context.type = 'application/xml';
  context.body = '<Error><Code>SignatureDoesNotMatch</Code></Error>';
});
const { port } = await server.run();
tell('pid', process.pid);
tell('port', port);
