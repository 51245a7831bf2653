import '~/entry.client.tsx';
