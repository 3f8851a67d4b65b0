extends Node
## Calls what the engine has in front of the virtual methods of classes in TypeScript.


func send(peer: PacketPeer, bytes: PackedByteArray) -> int:
	return peer.put_packet(bytes)


func receive(peer: PacketPeer) -> PackedByteArray:
	return peer.get_packet()


func write(stream, bytes: PackedByteArray) -> int:
	return stream.put_data(bytes)


func read(stream: StreamPeer, count: int) -> Array:
	return stream.get_data(count)
