/** Loaded into a command under test: the name of the samples leads to this machine. */
import dns from 'node:dns';

const { lookup } = dns;
dns.lookup = (name, options, done) => lookup(name === 'example.org' ? '127.0.0.1' : name, options, done);
