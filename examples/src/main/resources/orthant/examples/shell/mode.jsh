/set mode orthant normal -quiet
/set prompt orthant ">>> " "... "
/set truncation orthant 1000000
/set format orthant result "{value}{post}" added,modified,replaced-ok-primary
/set format orthant result "{name} =%n{value}{post}" varinit-added,modified,replaced-ok-primary
/set mode orthant -retain
/set feedback -retain orthant
/exit
