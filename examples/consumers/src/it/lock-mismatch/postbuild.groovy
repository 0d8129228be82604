// The failure must say what changed, what it means, and by which command it is accepted.
String log = new File(basedir, 'build.log').text
for (part in [
    'order_coffee (consumer.Agent): BREAKING',
    'BREAKING  /parameters/properties/size  a new property, and required',
    'mvn test -Dtest=ToolsTest -Dparlando.lock=update'
]) {
  assert log.contains(part) : 'The log does not say: ' + part
}
return true
